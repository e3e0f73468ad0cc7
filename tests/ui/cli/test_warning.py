"""warning run and warning backtest: shapes, tasks opened once, words in both languages."""


def test_a_run_tells_what_warns_and_opens_each_task_once(filled):
    told = filled("warning", "run", "--as-of", "2026-03-31", as_json=True).json
    assert told["as_of"] == "2026-03-31"
    assert {one["rule"] for one in told["alerts"]} >= {"overdue_share"}
    assert all(one["text"] for one in told["alerts"])
    assert "opened" not in told
    args = ("warning", "run", "--as-of", "2026-03-31", "--apply")
    assert filled(*args, as_json=True).json["opened"] == len(told["alerts"])
    assert filled(*args, as_json=True).json["opened"] == 0


def test_the_back_test_tells_recall_and_precision_by_rule(filled):
    told = filled("warning", "backtest", "--as-of", "2026-03-31", as_json=True).json
    assert (told["early_days"], told["horizon_days"]) == (90, 365)
    rules = [one["rule"] for one in told["rules"]]
    assert rules == ["pattern", "slower", "overdue_share", "any", "naive"]
    assert told["rules"][0]["recall"] is None
    assert "Recall" in filled("warning", "backtest").out
    assert "召回率" in filled("--lang", "zh", "warning", "backtest").out
