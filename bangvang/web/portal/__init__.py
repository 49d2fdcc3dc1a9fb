"""The public door: news, the register of awards, decisions; reads only what is public."""
