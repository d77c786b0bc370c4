the welcome page
