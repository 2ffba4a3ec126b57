"""Who was reported in which post from when to when: a lane for each seat, a bar for each person."""
