const base = '/handbook/';

export default {
  base,
  title: 'Handbook',
  lang: 'en',
  head: [['script', { type: 'module', src: `${base}plimsoll/plimsoll.js` }]],
  // Without this, Vue looks for components of these names.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('plimsoll-') } } },
};
