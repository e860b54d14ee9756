import { callFunction, getVariable, listDevices } from "./hey_api";
import { client } from "./hey_api/client.gen";

const [baseUrl, auth] = process.argv.slice(2);
client.setConfig({ baseUrl, auth });

async function main() {
  const { data: devices } = await listDevices();
  const deviceId = devices![0].id;
  const { data: variable } = await getVariable({ path: { deviceId, name: "temperature" } });
  const { data: called } = await callFunction({
    path: { deviceId, name: "brew" },
    body: { arg: "D0:HIGH" },
  });
  const result = (variable as { result: unknown }).result;
  console.log(devices![0].name, result, (called as { return_value: unknown }).return_value);
}

void main();
