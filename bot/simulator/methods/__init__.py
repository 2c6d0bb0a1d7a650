"""What each Bot API method does to the world, one file a family; `registry.METHODS` is the list of all that the simulator knows."""
