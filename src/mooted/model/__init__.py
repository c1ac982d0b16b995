"""What there is: frozen values, no input or output, no calls into a stage."""
