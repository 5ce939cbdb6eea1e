"""Exchange: banks as files that other systems read and write."""
