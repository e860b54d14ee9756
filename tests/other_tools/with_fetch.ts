import createClient from "openapi-fetch";
import type { paths } from "./schema";

const [baseUrl, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });

async function main() {
  const { data: devices } = await client.GET("/v1/devices");
  const deviceId = devices![0].id;
  const { data: variable } = await client.GET("/v1/devices/{deviceId}/{name}", {
    params: { path: { deviceId, name: "temperature" } },
  });
  const { data: called } = await client.POST("/v1/devices/{deviceId}/{name}", {
    params: { path: { deviceId, name: "brew" } },
    body: { arg: "D0:HIGH" },
  });
  const result = (variable as { result: unknown }).result;
  console.log(devices![0].name, result, (called as { return_value: unknown }).return_value);
}

void main();
