"""The matrix of risks: likelihood upwards, impact to the right, a numbered chip for each risk."""
