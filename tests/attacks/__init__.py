"""What a hostile or broken server, process or clock may do, over every HTTP library."""
