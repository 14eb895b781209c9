"""The strongroom: records, engines, the unit of work, and every question a window may ask."""
