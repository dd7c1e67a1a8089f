export default {
  base: '/handbook',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' }, // styles are files, so that the policy need not allow any within a page
};
