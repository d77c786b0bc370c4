<%@ page contentType="text/plain;charset=UTF-8" session="false" trimDirectiveWhitespaces="true"
    import="io.smallrye.config.SmallRyeConfig"
    import="io.smallrye.config.SmallRyeConfigBuilder"
    import="org.eclipse.microprofile.config.ConfigProvider"
%><%
  SmallRyeConfig own = new SmallRyeConfigBuilder().withDefaultValue("greeting", "hello").build();
  out.println("its own: " + own.getValue("greeting", String.class));
  out.println("of the server: " + ConfigProvider.getConfig().getClass().getName() + " "
      + ConfigProvider.getConfig().getValue("java.version", String.class));
%>
