"""Parsed report to claims: one module per question, `claims` asks them all."""
