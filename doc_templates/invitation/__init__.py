"""The invitation to a meeting (« convocation »), one letter for all or one each, as a Word document."""
