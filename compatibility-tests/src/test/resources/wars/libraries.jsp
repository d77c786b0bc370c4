<%@ page contentType="text/plain;charset=UTF-8" session="false" trimDirectiveWhitespaces="true"
    import="com.fasterxml.jackson.databind.ObjectMapper"
    import="com.nimbusds.jose.JWSAlgorithm"
    import="com.nimbusds.jose.JWSHeader"
    import="com.nimbusds.jose.JWSObject"
    import="com.nimbusds.jose.Payload"
    import="com.nimbusds.jose.crypto.MACSigner"
    import="com.nimbusds.jose.crypto.MACVerifier"
    import="io.smallrye.mutiny.Uni"
    import="jakarta.json.Json"
    import="jakarta.json.spi.JsonProvider"
    import="java.io.StringReader"
    import="org.apache.http.client.methods.HttpGet"
    import="org.apache.http.impl.client.CloseableHttpClient"
    import="org.apache.http.impl.client.HttpClients"
    import="org.apache.http.util.EntityUtils"
    import="org.eclipse.microprofile.config.ConfigProvider"
%><%
  ObjectMapper jackson = new ObjectMapper();
  out.println("jackson: " + jackson.version() + " " + jackson.readTree("{\"a\":1}").get("a"));

  byte[] key = "thirty-two-bytes-for-tests-only!".getBytes("UTF-8");
  JWSObject signed = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload("hello"));
  signed.sign(new MACSigner(key));
  JWSObject parsed = JWSObject.parse(signed.serialize());
  out.println("jose: " + (parsed.verify(new MACVerifier(key)) ? "verified" : "refused"));

  CloseableHttpClient client = HttpClients.createDefault();
  try {
    String here = "http://localhost:" + request.getLocalPort() + request.getContextPath();
    out.println("http client: "
        + EntityUtils.toString(client.execute(new HttpGet(here + "/hello.txt")).getEntity()));
  } finally {
    client.close();
  }

  out.println("json-p: " + JsonProvider.provider().getClass().getName() + " "
      + Json.createReader(new StringReader("{\"b\":2}")).readObject().getInt("b"));

  out.println("smallrye: " + Uni.createFrom().item("three").await().indefinitely());
  out.println("config of the server: " + ConfigProvider.getConfig().getClass().getName());
%>
