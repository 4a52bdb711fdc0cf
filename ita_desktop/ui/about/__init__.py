"""เกี่ยวกับโปรแกรม: what this is, what it stands on, and under which licences."""
