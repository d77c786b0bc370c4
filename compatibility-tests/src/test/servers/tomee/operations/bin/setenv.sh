# The simulator takes the place of Intuit.
CATALINA_OPTS="$CATALINA_OPTS -Xmx512m -DOPERATED_PORT=$OPERATED_PORT -DOPERATED_STOP_PORT=$OPERATED_STOP_PORT"
CATALINA_OPTS="$CATALINA_OPTS -Dquickbooks.online.environment=custom -Dquickbooks.online.base-url=$SIMULATOR_URL"
CATALINA_OPTS="$CATALINA_OPTS -Dquickbooks.online.redirect-uri=http://localhost:$OPERATED_PORT/shop/quickbooks/callback"
# One of the server's means to say a key.
CATALINA_OPTS="$CATALINA_OPTS -Dquickbooks.connector.means.online.environment=custom -Dquickbooks.connector.means.online.base-url=$SIMULATOR_URL"
