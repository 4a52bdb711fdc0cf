"""The built program examines itself on the machine where it was installed."""
