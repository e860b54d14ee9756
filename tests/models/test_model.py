"""The base of the models: views over JSON that lose nothing and can't be changed."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import UTC, date, datetime
from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.pretty import pretty_repr

from particle_client import UNSET
from particle_client.models import (
    AccessToken,
    AccountInfo,
    Device,
    DeviceClaimed,
    DeviceFirmwareLocked,
    DeviceProtection,
    DeviceStatus,
    EnvVarsLatest,
    PageMeta,
    ProductDeviceList,
    User,
    VariableResult,
)
from particle_client.schema.model import json_names

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["2024-05-17T09:30:00.000Z", "normal", "2016-01-01T14:41:0.000Z", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
device_names = sorted(json_names(Device))
devices = st.dictionaries(st.sampled_from(device_names) | st.text(), json_values, max_size=12)

EXAMPLE: dict[str, Any] = {
    "id": "0123456789abcdef01234567",
    "name": "greenhouse",
    "last_heard": "2024-05-17T09:30:00.123Z",
    "online": True,
    "functions": ["brew", "stop"],
    "variables": {"temperature": "double"},
    "status": "normal",
    "notes": None,
    "device_protection": {"status": "active", "since": "yesterday"},
    "mobile_secret": "s3cr3t",
    "new_field": {"nested": [1, None]},
}


# --- nothing is lost ------------------------------------------------------------------------------


@given(devices)
def test_to_dict_gives_back_what_came(json: dict[str, Any]) -> None:
    device = Device.from_dict(json)
    assert device.to_dict() == json
    for field in attrs.fields(Device):
        getattr(device, field.name)
    repr(device)
    assert device.to_dict() == json
    assert list(device.to_dict()) == list(json)
    assert device.additional_properties == {
        name: value for name, value in json.items() if name not in device_names
    }


@given(devices)
def test_copies_and_pickles_are_equal(json: dict[str, Any]) -> None:
    device = Device.from_dict(json)
    for twin in (
        pickle.loads(pickle.dumps(device)),
        copy.copy(device),
        copy.deepcopy(device),
        Device.from_dict(device.to_dict()),
    ):
        assert type(twin) is Device
        assert twin == device
        assert twin.to_dict() == json


def test_a_mapping_will_do() -> None:
    class Mapping(dict[str, Any]):
        """Not quite a dict."""

    assert Device.from_dict(Mapping(EXAMPLE)) == Device.from_dict(EXAMPLE)


def test_every_field_is_reachable_by_its_own_name() -> None:
    device = Device.from_dict(EXAMPLE)
    assert device["last_heard"] == "2024-05-17T09:30:00.123Z"
    assert device["new_field"] == {"nested": [1, None]}
    assert device["notes"] is None
    assert "notes" in device
    assert "imei" not in device
    with pytest.raises(KeyError):
        device["imei"]
    assert DeviceClaimed.from_dict({"deviceID": "1"}).device_id == "1"
    assert DeviceClaimed.from_dict({"deviceID": "1"})["deviceID"] == "1"


def test_values_have_their_types() -> None:
    device = Device.from_dict(EXAMPLE)
    assert device.last_heard == datetime(2024, 5, 17, 9, 30, 0, 123000, tzinfo=UTC)
    assert device.status is DeviceStatus.NORMAL
    assert device.device_protection == DeviceProtection.from_dict(EXAMPLE["device_protection"])
    assert device.device_protection.additional_properties == {"since": "yesterday"}
    assert device.notes is None
    assert device.imei is None
    assert device.additional_properties == {"new_field": {"nested": [1, None]}}
    page = ProductDeviceList.from_dict({"devices": [EXAMPLE], "meta": {"total_pages": 2}})
    assert page.devices == [device]
    assert page.meta == PageMeta(total_pages=2)


def test_a_converted_value_is_converted_once() -> None:
    device = Device.from_dict(EXAMPLE)
    assert device.last_heard is device.last_heard
    assert device.device_protection is device.device_protection


# --- nothing can be changed -----------------------------------------------------------------------


def test_models_are_read_only() -> None:
    device: Any = Device.from_dict(EXAMPLE)
    assert device.last_heard  # also after it was converted
    for name in ("name", "last_heard", "anything", "_json"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(device, name, "new")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(device, name)
    with pytest.raises(TypeError):
        device["name"] = "new"
    assert device.to_dict() == EXAMPLE


def test_changing_what_a_model_gave_changes_no_model() -> None:
    original = copy.deepcopy(EXAMPLE)
    device: Any = Device.from_dict(EXAMPLE)
    user: Any = User.from_dict({"memberships": [{"role": {"id": 1}}]})
    result: Any = VariableResult.from_dict({"result": [1]})
    device.functions.append("more")
    device.variables["more"] = "int32"
    device["functions"].clear()
    device.to_dict()["device_protection"].clear()
    device.additional_properties["new_field"].clear()
    user.memberships[0]["role"].clear()
    result.result.append(2)
    assert device.to_dict() == original
    assert original == EXAMPLE
    assert user.to_dict() == {"memberships": [{"role": {"id": 1}}]}
    assert result.to_dict() == {"result": [1]}


def test_a_deep_copy_shares_nothing() -> None:
    json = copy.deepcopy(EXAMPLE)
    twin = copy.deepcopy(Device.from_dict(json))
    json["functions"].clear()
    assert twin.functions == ["brew", "stop"]


def test_models_compare_by_class_and_content() -> None:
    assert Device.from_dict(EXAMPLE) == Device.from_dict(dict(EXAMPLE))
    assert Device.from_dict(EXAMPLE) != Device.from_dict({**EXAMPLE, "new_field": 1})
    assert Device.from_dict({}) != DeviceClaimed.from_dict({})
    assert Device.from_dict({}) != {}
    # Reading a field doesn't count.
    read, unread = Device.from_dict(EXAMPLE), Device.from_dict(EXAMPLE)
    assert read.last_heard
    assert read == unread


# --- repr -----------------------------------------------------------------------------------------


def test_a_repr_shows_what_came_but_no_secret() -> None:
    shown = repr(Device.from_dict(EXAMPLE))
    assert shown == (
        "Device(id='0123456789abcdef01234567', name='greenhouse', "
        "last_heard=datetime.datetime(2024, 5, 17, 9, 30, 0, 123000, "
        "tzinfo=datetime.timezone.utc), "
        "online=True, notes=None, functions=['brew', 'stop'], "
        "variables={'temperature': 'double'}, status=<DeviceStatus.NORMAL: 'normal'>, "
        "mobile_secret='***', device_protection=DeviceProtection(status='active', "
        "additional_properties=['since']), additional_properties=['new_field'])"
    )
    assert str(Device.from_dict(EXAMPLE)) == shown
    assert repr(Device.from_dict({})) == "Device()"
    token = AccessToken(
        access_token="s3cr3t", token_type="bearer", expires_in=1, refresh_token="r3fr3sh"
    )
    assert repr(token) == (
        "AccessToken(access_token='***', token_type='bearer', expires_in=1, refresh_token='***')"
    )
    assert token.access_token == "s3cr3t"


# --- building -------------------------------------------------------------------------------------


def test_a_model_is_built_of_its_fields() -> None:
    info = AccountInfo(first_name="Ada", last_name=UNSET, company_name=None)
    assert info.to_dict() == {"first_name": "Ada", "company_name": None}
    assert (info.first_name, info.last_name, info.company_name) == ("Ada", None, None)
    assert "last_name" not in info
    assert info == AccountInfo.from_dict({"first_name": "Ada", "company_name": None})
    assert AccountInfo().to_dict() == {}


def test_values_are_written_as_the_api_takes_them() -> None:
    locked = DeviceFirmwareLocked(
        id="1", desired_firmware_version=None, updated_at=datetime(2024, 5, 17, 9, 30, tzinfo=UTC)
    )
    assert locked.to_dict() == {
        "id": "1",
        "desired_firmware_version": None,
        "updated_at": "2024-05-17T09:30:00.000Z",
    }
    assert locked.updated_at == datetime(2024, 5, 17, 9, 30, tzinfo=UTC)
    assert DeviceClaimed(device_id="1").to_dict() == {"deviceID": "1"}
    page = ProductDeviceList(devices=[Device.from_dict({"id": "1"})], meta=PageMeta(page=1))
    assert page.to_dict() == {"devices": [{"id": "1"}], "meta": {"page": 1}}
    assert page.devices[0].id == "1"


def test_a_model_keeps_nothing_of_what_it_was_built_of() -> None:
    protection = DeviceProtection.from_dict({"status": "active"})
    functions = ["brew"]
    device = Device(
        id="1",
        product_id=13,
        online=True,
        platform_id=13,
        cellular=True,
        functions=functions,
        device_protection=protection,
    )
    functions.append("more")
    assert device.functions == ["brew"]
    assert device.device_protection == protection


@pytest.mark.parametrize(
    ("given_fields", "message"),
    [
        ({}, r"AccessToken.* missing .*'access_token'"),
        (
            {"access_token": "a", "token_type": "b", "expires_in": 1, "expired": 1},
            r"AccessToken.* unexpected keyword argument 'expired'",
        ),
        (
            {"access_token": b"bytes", "token_type": "b", "expires_in": 1},
            "a value of type bytes can't be sent as JSON",
        ),
    ],
)
def test_a_model_that_cannot_be_built(given_fields: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        AccessToken(**given_fields)


def test_other_things_that_models_are_built_of() -> None:
    fields: Any = {"name": "x", "result": {"on": date(2024, 5, 17), "gone": UNSET, "set": {1}}}
    assert VariableResult(**fields).to_dict() == {
        "name": "x",
        "result": {"on": "2024-05-17", "set": [1]},
    }


# --- attrs ----------------------------------------------------------------------------------------


def test_the_fields_are_those_of_attrs() -> None:
    assert attrs.has(Device)
    fields = attrs.fields(Device)
    assert attrs.fields(Device) is fields
    assert all(type(field) is attrs.Attribute for field in fields)
    assert fields.id.type is str
    assert fields.id.default is attrs.NOTHING
    assert fields.last_heard.type == datetime | None
    assert fields.last_heard.default is UNSET
    assert attrs.fields(DeviceClaimed).device_id.metadata["json_name"] == "deviceID"


def test_the_signature_shows_fields_and_types() -> None:
    assert str(inspect.signature(AccessToken)) == (
        "(*, access_token: str, token_type: str, expires_in: int, "
        "refresh_token: str | None = UNSET) -> None"
    )


def test_attrs_and_cattrs_make_dicts_of_models() -> None:
    claimed = DeviceClaimed.from_dict({"deviceID": "1", "ok": True})
    fields = {"ok": True, "device_id": "1", "claimed": None, "transfer_id": None}
    assert attrs.asdict(claimed) == fields
    assert cattrs.unstructure(claimed) == fields
    device = Device.from_dict(EXAMPLE)
    assert attrs.asdict(device)["device_protection"] == {"status": "active"}
    assert cattrs.unstructure(device)["device_protection"] == {"status": "active"}


def test_evolve_changes_a_field_and_leaves_absent_ones_absent() -> None:
    json = {"id": "1", "name": "a", "last_heard": "2024-05-17T09:30:00.123Z", "functions": ["f"]}
    device = Device.from_dict(json)
    assert attrs.evolve(device, name="x").to_dict() == {**json, "name": "x"}
    assert attrs.evolve(device, notes=None).to_dict() == {**json, "notes": None}
    assert "name" not in attrs.evolve(device, name=UNSET)
    assert device.to_dict() == json


def test_evolve_keeps_null_where_a_field_is_required() -> None:
    latest = EnvVarsLatest.from_dict({"created_at": None})
    assert attrs.evolve(latest, updated_by=None).to_dict()["created_at"] is None


def test_models_are_hashable() -> None:
    one, same = Device.from_dict(EXAMPLE), Device.from_dict(dict(reversed(EXAMPLE.items())))
    assert one == same
    assert hash(one) == hash(same)
    assert one.last_heard  # reading a field doesn't count
    others = [Device.from_dict({**EXAMPLE, "id": str(number)}) for number in range(100)]
    assert len({one, same, *others}) == 101
    assert hash(Device.from_dict({"product_id": 1})) == hash(Device.from_dict({"product_id": 1.0}))


def test_what_was_converted_is_not_taken_for_content() -> None:
    device = Device.from_dict(EXAMPLE)
    before = dict(vars(device))
    assert device.last_heard
    assert device.device_protection
    assert vars(device) == before


def test_rich_shows_no_secret() -> None:
    device = Device.from_dict(EXAMPLE)
    assert "greenhouse" in pretty_repr(device)
    assert "s3cr3t" not in pretty_repr(device)
