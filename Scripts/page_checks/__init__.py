"""The checks of Scripts/check-page, a file for each thing that is checked."""
