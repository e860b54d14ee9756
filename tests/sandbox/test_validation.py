"""What the sandbox is given is checked where it is given: a real cloud would refuse it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (
            lambda cloud: cloud.add_device(functions={"a": 1}),
            "function 'a' must be a callable .*int",
        ),
        (lambda cloud: cloud.add_device(functions={1: len}), "names of functions must be str"),
        (lambda cloud: cloud.add_device(functions=[len]), "functions must be a dict .*list"),
        (lambda cloud: cloud.add_device(variables={"a": {"b": 1}}), "variable 'a' must be .*dict"),
        (lambda cloud: cloud.add_device(variables={"a": b"b"}), "variable 'a' must be .*bytes"),
        (lambda cloud: cloud.add_device(variables={"a": None}), "variable 'a' must be .*None"),
        (lambda cloud: cloud.add_device(groups="beta"), r"as in \['beta'\], not str"),
        (lambda cloud: cloud.add_device(groups=[1]), "groups must be a list of str, not of int"),
        (lambda cloud: cloud.add_device(groups=1), "groups must be a list of str, not int"),
        (lambda cloud: cloud.add_product("a", groups="beta"), r"as in \['beta'\], not str"),
        (lambda cloud: cloud.add_product("a", slug=1), "slug must be a str, not int"),
        (lambda cloud: cloud.add_organization("a", slug=1), "slug must be a str, not int"),
        (lambda cloud: cloud.publish("a", {"x": 1}), r"not dict: use json\.dumps\("),
        (lambda cloud: cloud.publish("a", b"x"), r"not bytes: use data\.decode\("),
        (lambda cloud: cloud.publish(1), "name of an event must be a str, not int"),
        (lambda cloud: cloud.faults.add(status="503"), "status must be an int, not str"),
        (lambda cloud: cloud.faults.add(status=True), "status must be an int, not bool"),
        (lambda cloud: cloud.faults.rate_limit(status="429"), "status must be an int, not str"),
        (lambda cloud: cloud.faults.garbage(status="200"), "status must be an int, not str"),
        (lambda cloud: cloud.faults.add(status=200, content={"a": 1}), "not dict: use json="),
        (lambda cloud: Sandbox(access_token=1), "access_token must be a str, not int"),  # type: ignore[arg-type]
    ],
)
def test_types(mistake: Callable[[Any], object], message: str) -> None:
    cloud = Sandbox()
    with pytest.raises(TypeError, match=message):
        mistake(cloud)
    nothing: list[object] = []
    assert cloud.devices == nothing
    assert cloud.events == nothing
    assert list(cloud.faults) == nothing
    assert not cloud.state.products
    assert not cloud.state.organizations


@pytest.mark.parametrize("slug", ["a b/c", "", "grün", "a\n", "a_b"])
def test_slugs(slug: str) -> None:
    cloud = Sandbox()
    for add in (cloud.add_product, cloud.add_organization):
        with pytest.raises(ValueError, match=r"slug must be letters .*, digits and hyphens: "):
            add("Fleet", slug=slug)
        add("Fleet", slug="My-fleet-2")


@pytest.mark.parametrize("token", ["a b", "a\n", "schlüssel", ""])
def test_access_tokens_that_the_client_would_refuse(token: str) -> None:
    with pytest.raises(ValueError, match=r"The access token (holds|is empty)"):
        Sandbox(access_token=token)


@pytest.mark.parametrize("data", [{"x": 1}, 21.5])
def test_the_data_of_a_devices_event_is_text(data: Any) -> None:
    device = (cloud := Sandbox()).add_device()
    with pytest.raises(TypeError, match=r"json\.dumps\("):
        device.publish("a", data)
    device.publish("a", "text")
    device.publish("b")
    assert [(event.name, event.data) for event in cloud.events] == [("a", "text"), ("b", None)]


def test_a_device_that_is_offline_publishes_nothing() -> None:
    device = (cloud := Sandbox()).add_device("greenhouse", online=False)
    heard = device.last_heard
    with pytest.raises(RuntimeError, match=r"greenhouse is offline .* go_online\(\)"):
        device.publish("temperature", "21.5")
    assert cloud.events == []
    assert device.last_heard == heard
    device.go_online()
    device.publish("temperature", "21.5")
    assert [event.name for event in cloud.events] == ["spark/status", "temperature"]


def test_groups_are_copied() -> None:
    cloud = Sandbox()
    names = ["beta"]
    product = cloud.add_product("Fleet", groups=("alpha",))
    first = cloud.add_device(product=product, groups=names)
    second = cloud.add_device(product=product, groups={"beta"})
    names.append("changed")
    assert (first.groups, second.groups) == (["beta"], ["beta"])
    assert product.groups == ["alpha", "beta"]


def test_what_a_device_can_have() -> None:
    device = Sandbox().add_device(
        variables={"i": 1, "d": 0.5, "b": True, "s": "x", "c": lambda: None}, functions={"f": int}
    )
    assert list(device.variables) == ["i", "d", "b", "s", "c"]
