<h1>the header of <%= request.getRemoteUser() %></h1>
