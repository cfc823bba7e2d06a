"""What the reading child prepares is what the index would have made of the card."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.customers.listed_rows import Prepared, _source, prepare
from app.customers.names import sort_key
from app.customers.search_text import numbered, search_entry
from app.exchange.records import ListedContact, ListedCustomer, ListedPhone, ListedVehicle
from db.base import new_key
from db.grams import grams
from tests.builders.searchable import MOMENT

names = st.sampled_from(
    ["张三", "单雄信", "欧阳小红", "成都大有商贸有限公司", "Müller", "阿依古丽·买买提", "A"]
)
phones = st.builds(
    ListedPhone,
    kind=st.just("mobile"),
    number=st.sampled_from(["13800138000", "02885551234"]),
    shown=st.just("x"),
)
customers = st.builds(
    ListedCustomer,
    kind=st.sampled_from(["person", "company", "special"]),
    name=names,
    phones=st.lists(phones, max_size=3).map(tuple),
    fields=st.fixed_dictionaries({}, optional={"company_name": names, "wechat": st.just("zhang_88")}),
    vehicle=st.none()
    | st.builds(
        ListedVehicle, plate=st.sampled_from([None, "川A12345"]), vin=st.sampled_from([None, "LSV1"])
    ),
    contact=st.none() | st.builds(ListedContact, name=names, phone=st.none() | phones),
)


@given(customers, st.sampled_from(["CDA1-00001", "XA2-100000"]))
def test_a_number_put_in_later_stands_where_it_belongs(listed: ListedCustomer, number: str) -> None:
    prepared = Prepared.of(prepare(listed))
    made = numbered(prepared.entry, number)
    whole = search_entry(_source(listed, new_key(), new_key(), MOMENT, number))
    assert replace(made, grams="") == whole
    assert set(made.grams.split(" ")) == grams(whole.text)
    assert prepared.name_key == sort_key(listed.name)
