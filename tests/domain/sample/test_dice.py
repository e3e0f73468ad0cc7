from domain.sample.dice import Dice


def test_the_same_name_gives_the_same_numbers_on_every_computer():
    dice = Dice("qingzhang")
    assert [dice.upto(100) for _ in range(8)] == [47, 47, 11, 74, 26, 6, 17, 36]


def test_names_give_streams_of_their_own():
    assert [Dice(str(n)).upto(10**9) for n in range(50)] != [Dice("0").upto(10**9)] * 50


def test_numbers_stay_within_their_limits_and_reach_them():
    dice = Dice("limits")
    assert {dice.between(3, 6) for _ in range(200)} == {3, 4, 5, 6}
    assert {dice.around(-2, 2) for _ in range(500)} <= {-2, -1, 0, 1, 2}


def test_chances_come_about_as_often_as_they_say():
    dice = Dice("chances")
    assert 60 < sum(dice.chance(100) for _ in range(1000)) < 140
    assert not any(dice.chance(0) for _ in range(100))
    assert all(dice.chance(1000) for _ in range(100))


def test_picks_come_from_the_values_given():
    dice = Dice("picks")
    assert {dice.pick("abc") for _ in range(100)} == {"a", "b", "c"}
