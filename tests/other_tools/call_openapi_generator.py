"""Import every module that openapi-generator made for Python, and call the sandbox.

python call_openapi_generator.py FOLDER BASE_URL ACCESS_TOKEN
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

folder, base_url, token = sys.argv[1:]
sys.path.insert(0, folder)
cloud = importlib.import_module("openapi_client")
for module in pkgutil.walk_packages(cloud.__path__, f"{cloud.__name__}."):
    importlib.import_module(module.name)

configuration = cloud.Configuration(host=base_url, access_token=token)
with cloud.ApiClient(configuration) as client:
    api = cloud.DevicesApi(client)
    device = api.list_devices()[0]
    variable = api.get_variable(device.id, "temperature")
    called = api.call_function(device.id, "brew", cloud.FunctionCall(arg="D0:HIGH"))
print(device.name, variable.result, called.return_value)
