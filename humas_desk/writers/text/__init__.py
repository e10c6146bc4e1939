"""A release as characters: for WhatsApp, for web pages, for anywhere else."""
