"""
What ``factcheck plugin new`` writes: a package with a live resolver, a recorded reply and tests that pass.
"""

from __future__ import annotations

from factcheck.plugin_kit.names import PluginName, plugin_name
from factcheck.plugin_kit.write import write_package

__all__ = ["PluginName", "plugin_name", "write_package"]
