const baseUrl = '/handbook/';

export default {
  title: 'Handbook',
  url: 'https://example.org',
  baseUrl,
  onBrokenLinks: 'throw',
  scripts: [{ src: `${baseUrl}plimsoll/plimsoll.js`, type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
