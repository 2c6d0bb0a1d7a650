"""What happens later: inbox, outbox and the schedule; every job is a row of the database."""
