"""Ends with 0 if something on the accessibility bus has the name given, else with 1."""
import sys

import pyatspi

wanted = sys.argv[1]
nodes = [app for app in pyatspi.Registry.getDesktop(0) if app]
while nodes:
    node = nodes.pop()
    try:
        if node.name == wanted:
            sys.exit(0)
        nodes.extend(child for child in node if child)
    except Exception:  # it went away while it was looked at
        continue
sys.exit(1)
