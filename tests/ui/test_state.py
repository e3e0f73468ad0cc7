from ui.state import StateFile


def test_values_come_back_after_a_restart(tmp_path):
    path = tmp_path / "config" / "window.json"
    state = StateFile(path)
    state.put("language", "zh")
    state.put("list", {"order": ["open", True]})
    state.save()
    again = StateFile(path)
    assert again.get("language") == "zh"
    assert again.get("list") == {"order": ["open", True]}


def test_a_damaged_file_starts_with_defaults(tmp_path):
    path = tmp_path / "window.json"
    path.write_text("{broken", encoding="utf-8")
    assert StateFile(path).get("language", "en") == "en"


def test_a_value_of_another_type_is_not_believed(tmp_path):
    state = StateFile(None)
    state.put("panel", "yes")
    assert state.get("panel", True) is True
    state.save()
