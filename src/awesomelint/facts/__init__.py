"""What rules may ask of the world: the clock, the tree, git, the web."""
