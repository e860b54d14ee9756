"""Examples of the methods that are written by hand, for the reference; tests run them, too."""

from __future__ import annotations

__all__ = ["WRITTEN"]

WRITTEN: dict[str, str] = {
    "particle.close": "particle.close()",
    "particle.delete": 'particle.delete("/v1/access_tokens/current")',
    "particle.devices.flash": """\
result = particle.devices.flash("0123456789abcdef01234567", "examples/firmware", wait=True)
print(result.seconds)""",
    "particle.devices.send_public_key": """\
particle.devices.send_public_key("0123456789abcdef01234567", "-----BEGIN PUBLIC KEY-----\\n…")""",
    "particle.download_file": """\
firmware = particle.firmware.compile("examples/firmware", platform_id=32)
particle.download_file(f"{particle.base_url}{firmware.binary_url}", to="firmware.bin")""",
    "particle.events.publish_and_wait": """\
event = particle.events.publish_and_wait("ping", wait_for="ping", timeout=10)
print(event.data)""",
    "particle.events.stream": """\
with particle.events.stream("temperature", device="mine") as events:
    for event in events:
        print(event.device_id, event.data)""",
    "particle.firmware.compile": """\
firmware = particle.firmware.compile("examples/firmware", platform_id=32)
print(firmware.binary_id)""",
    "particle.firmware.compile_to": """\
particle.firmware.compile_to("firmware.bin", "examples/firmware", platform_id=32)""",
    "particle.from_cli_profile": """\
with Particle.from_cli_profile() as particle:
    print(particle.user.get().username)""",
    "particle.get": 'print(particle.get("/v1/user").json())',
    "particle.head": 'print(particle.head("/v1/user").status_code)',
    "particle.libraries.contribute": 'particle.libraries.contribute("my-library")',
    "particle.libraries.download": """\
for library in particle.libraries.list():
    particle.libraries.download(library.id, to=f"{library.id}.tar.gz")""",
    "particle.login": """\
token = particle.login("you@example.com", "correct horse")
print(token.expires_in)""",
    "particle.login_as_client_owner": """\
with Particle(client_id="my-service-1234", client_secret="client-secret") as particle:
    token = particle.login_as_client_owner()""",
    "particle.map_devices": """\
device_ids = [device.id for device in particle.devices.list()]
for result in particle.map_devices(particle.devices.ping, device_ids):
    print(result.device_id, result.value, result.error)""",
    "particle.org": 'org = particle.org("my-org")',
    "particle.patch": """\
operations = [{"op": "Set", "key": "FOO", "value": "bar"}]
particle.patch("/v1/env", json={"ops": operations})""",
    "particle.post": 'particle.post("/v1/devices/events", form={"name": "hello", "data": "world"})',
    "particle.product": 'product = particle.product("my-product-v100")',
    "particle.put": 'particle.put("/v1/user", json={"account_info": {"first_name": "Ada"}})',
    "particle.request": 'print(particle.request("GET", "/v1/user").json())',
    "particle.submit_otp": """\
try:
    particle.login("careful@example.com", "correct horse")
except MFARequiredError as error:
    particle.submit_otp(error.mfa_token, "123456")""",
    "particle.with_options": "patient = particle.with_options(timeout=120)",
    "particle.with_raw_response": """\
response = particle.with_raw_response(particle.devices.list)
print(response.status_code, response.headers["content-type"])""",
    "product.get": "print(product.get().name)",
    "product.quarantine.approve": """\
for device in product.quarantine.list():
    product.quarantine.approve(device.id)""",
    "product.quarantine.deny": """\
for device in product.quarantine.list():
    product.quarantine.deny(device.id)""",
    "product.quarantine.list": """\
for device in product.quarantine.list():
    print(device.id)""",
    "org.events.stream": """\
with org.events.stream("temperature") as events:
    for event in events:
        print(event.product_id, event.device_id, event.data)""",
    "org.get": "print(org.get().name)",
}
"""How a method is reached → a sync example. One for the account is a product's, too."""
