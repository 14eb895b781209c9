"""Thai official paper on ReportLab: letters, slips, reports. Nothing a citizen typed is parsed."""
