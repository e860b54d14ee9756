"""Import every module that openapi-python-client made, and call the sandbox.

python -m tests.other_tools.call_python_client FOLDER BASE_URL ACCESS_TOKEN
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

# openapi-python-client 0.29 forgets an import where a body may have several content types.
BROKEN = "name 'Unset' is not defined"

folder, base_url, token = sys.argv[1:]
sys.path.insert(0, folder)
package = importlib.import_module("particle_device_cloud_api_client")
for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
    try:
        importlib.import_module(module.name)
    except NameError as error:
        if str(error) != BROKEN:
            raise

devices_api = f"{package.__name__}.api.devices"
models = importlib.import_module(f"{package.__name__}.models")
calls = {
    name: importlib.import_module(f"{devices_api}.{name}")
    for name in ("list_devices", "get_variable", "call_function")
}
client = package.AuthenticatedClient(base_url=base_url, token=token)
device = calls["list_devices"].sync(client=client)[0]
variable = calls["get_variable"].sync(device.id, "temperature", client=client)
body = models.FunctionCall(arg="D0:HIGH")
called = calls["call_function"].sync(device.id, "brew", client=client, body=body)
print(device.name, variable.result, called.return_value)
