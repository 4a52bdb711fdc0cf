"""What the window says and does where a file is opened, held, read only, gone or in danger."""
