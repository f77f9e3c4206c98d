"""The whole draft, for databases in two languages, against what a person wrote down as right."""

from tests.detect.bench import bench
from tests.detect.dutch import dutch
from tests.detect.seen import answer, column, survey, table, told

from nakomen.detect import draft_map
from nakomen.records import StoreMap, Survey
from nakomen.terms import Lang


def test_a_schema_with_english_names_is_drafted_as_a_person_would():
    """Categories, keys with roles, owners and clocks of the sample schema are the hand-written."""
    assert told(draft_map(bench())) == answer("bench")


def test_a_schema_with_dutch_names_is_drafted_as_a_person_would():
    """Dutch names carry as far as English ones."""
    assert told(draft_map(dutch())) == answer("dutch")


def _misplaced(store_map: StoreMap) -> list[tuple[str, str]]:
    place = {dataset.name: n for n, dataset in enumerate(store_map.datasets)}
    links = [(d.name, link.to) for d in store_map.datasets for link in d.owner_links]
    return [(child, parent) for child, parent in links if place[parent] > place[child]]


def test_parents_come_before_children():
    """Every dataset stands after those its owner links point to, also where tables form a ring."""
    assert ("klant", "contactpersoon") in [
        (d.name, link.to) for d in draft_map(dutch()).datasets for link in d.links
    ]
    assert [_misplaced(draft_map(s)) for s in (bench(), dutch())] == [[], []]


def test_a_draft_is_a_proposal():
    """Nothing is confirmed until a person says so."""
    assert not any(dataset.confirmed for dataset in draft_map(bench()).datasets)


def test_every_column_says_why_in_the_language_asked():
    """Each column carries one sentence, Dutch or English."""
    why = {
        lang: [c.why for d in draft_map(dutch(), lang).datasets for c in d.columns] for lang in Lang
    }
    assert all(why[Lang.NL])
    assert all(why[Lang.EN])
    said = "100 % van de waarden is een IBAN; de kolomnaam zegt het ook"
    assert any(said in sentence for sentence in why[Lang.NL])
    assert not any(said in sentence for sentence in why[Lang.EN])
    assert not set(why[Lang.NL]) & set(why[Lang.EN])


def test_an_empty_store_gives_an_empty_map():
    """A database without tables is no error."""
    assert draft_map(Survey(store="crm", kind="sql", datasets=())).datasets == ()


def test_no_value_stands_in_a_draft():
    """Names, types and measures make the draft; the values that were measured leave no trace."""
    canaries = {
        "email": ["kanarie@geel.example", "vogel@kooi.example"],
        "phone": ["06-98765432", "06-98765433"],
        "iban": ["NL91ABNA0417164300", "NL20INGB0001234567"],
        "name": ["Kanarie van Geel", "Vogel"],
        "postcode": ["9876 ZX", "9876 ZY"],
        "notes": ["Kanarie zingt", "Vogel zwijgt"],
        "unknown": ["Kanarie", "Vogel"],
    }
    columns = [column(name, values=values) for name, values in canaries.items()]
    drafted = draft_map(survey(table("customer", *columns)))
    assert {c.certainty.value for c in drafted.datasets[0].columns} == {
        "sure",
        "likely",
        "doubtful",
    }
    text = repr(drafted)
    assert [v for values in canaries.values() for v in values if v in text] == []
