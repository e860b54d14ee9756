package main

import (
	"context"
	"fmt"
	"os"

	cloud "example.com/cloud"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	configuration := cloud.NewConfiguration()
	configuration.Servers = cloud.ServerConfigurations{{URL: os.Args[1]}}
	client := cloud.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), cloud.ContextAccessToken, os.Args[2])
	devices, _, err := client.DevicesAPI.ListDevices(ctx).Execute()
	check(err)
	id := devices[0].GetId()
	variable, _, err := client.DevicesAPI.GetVariable(ctx, id, "temperature").Execute()
	check(err)
	called, _, err := client.DevicesAPI.CallFunction(ctx, id, "brew").
		FunctionCall(*cloud.NewFunctionCall()).Execute()
	check(err)
	fmt.Println(devices[0].GetName(), variable.GetResult(), called.GetReturnValue())
}
