/**
 * The HTML of a page, in Docusaurus's template language (https://eta.js.org).
 *
 * It differs from Docusaurus's own template in three places: it names no scripts, as there are none (`src/site/bundler.ts`);
 * the theme's inline script is removed, since ours sets the theme; its icons, which no page uses, are removed too, since
 * they have a `style` attribute.
 */
export const template = `
<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <% it.metaAttributes.forEach((tag) => { %>
      <%~ tag %>
    <% }); %>
    <%~ it.headTags %>
    <% it.stylesheets.forEach((stylesheet) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= stylesheet %>">
    <% }); %>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags.replace(/<(script|svg)\\b.*?<\\/\\1>/gs, '') %>
    <div id="__docusaurus"><%~ it.appHtml %></div>
    <%~ it.postBodyTags %>
  </body>
</html>
`
