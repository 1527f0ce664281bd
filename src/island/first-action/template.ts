/**
 * The HTML of a page, in Docusaurus's template language (https://eta.js.org).
 *
 * It differs from Docusaurus's own template: it names no scripts, as there are none (`src/site/bundler.ts`); the style sheet
 * comes early, but behind the inline script, which would wait for it; the theme's inline script is removed, since ours sets
 * the theme; its icons, which no page uses, are removed too, since they have a `style` attribute; and so are the classes of
 * `<html>`, empty classes, and the attributes and descriptions that only Docusaurus's own styles, scripts and search read.
 */
export const template = `
<!DOCTYPE html>
<html <%~ it.htmlAttributes.replace(/ ?(class|data-has-hydrated)=\\x22.*?\\x22/g, '') %>>
  <head>
    <meta charset="UTF-8">
    <%~ it.headTags.replaceAll(' data-rh=\\x22true\\x22', '') %>
    <% it.stylesheets.forEach((stylesheet) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= stylesheet %>">
    <% }); %>
    <% it.metaAttributes.forEach((tag) => { %>
      <%~ tag.replace(/<meta\\b[^>]*\\bname=\\x22(doc(search:|usaurus_)|keywords)[^>]*>| data-rh=\\x22true\\x22/g, '') %>
    <% }); %>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags.replace(/<(script|svg)\\b.*?<\\/\\1>/gs, '') %>
    <div id="__docusaurus"><%~ it.appHtml.replace(/ id=\\x22__docusaurus_\\w+\\x22| class=\\x22\\x22|theme-layout-main |docusaurus-mt-lg /g, '') %></div>
    <%~ it.postBodyTags %>
  </body>
</html>
`
