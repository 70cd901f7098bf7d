/* The explorer's page: GraphiQL, and a picker that puts a demo user's token on each request. */
(() => {
  const hasDemoUsers = document.body.dataset.demo === 'true';
  const select = document.getElementById('user');
  const status = document.getElementById('status');
  const rememberedUser = 'fivepoint:demo-user';
  const renewSeconds = 60;
  let token = null;

  /** What GraphiQL remembers, by graph: on the same port there may be another one next time, in which yesterday's tabs make no sense. */
  const memoryOf = (graph) => {
    const own = (name) => `${graph} ${name}`;
    const names = () => Object.keys(localStorage).filter((name) => name.startsWith(own('')));
    return {
      getItem: (name) => localStorage.getItem(own(name)),
      setItem: (name, value) => localStorage.setItem(own(name), value),
      removeItem: (name) => localStorage.removeItem(own(name)),
      clear: () => names().forEach((name) => localStorage.removeItem(name)),
      get length() {
        return names().length;
      },
    };
  };

  const json = async (url) => {
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return answer.json();
  };

  const expiresAt = (jwt) => {
    const [, payload = ''] = jwt.split('.');
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))).exp ?? Infinity;
  };

  /** The chosen user's token, a new one where it is about to expire; null for nobody. */
  async function bearer() {
    const user = select.value;
    if (!hasDemoUsers || !user) return null;
    if (token?.user !== user || token.expires < Date.now() / 1000 + renewSeconds) {
      const { token: jwt } = await json(`/demo/token?user=${encodeURIComponent(user)}`);
      token = { user, jwt, expires: expiresAt(jwt) };
    }
    return token.jwt;
  }

  async function ask(request, options) {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const jwt = await bearer();
    if (jwt) headers.authorization = `Bearer ${jwt}`;
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { ...headers, ...options?.headers },
      body: JSON.stringify(request),
    });
    return answer.json();
  }

  async function offerUsers() {
    const users = await json('/demo/users');
    const nobody = new Option('nobody (signed out)', '');
    select.replaceChildren(
      ...users.map(({ name, title, roles }) => new Option(`${name}: ${title} (${roles.join(', ')})`, name)),
      nobody,
    );
    const before = localStorage.getItem(rememberedUser);
    if (before !== null && [...select.options].some(({ value }) => value === before)) select.value = before;
    document.getElementById('picker').hidden = false;
    const tell = () => {
      status.value = select.value ? `each request carries ${select.value}'s token` : 'requests carry no token';
    };
    select.addEventListener('change', () => {
      localStorage.setItem(rememberedUser, select.value);
      tell();
    });
    tell();
  }

  async function start() {
    if (hasDemoUsers) await offerUsers();
    const defaultQuery = await (await fetch('/explorer/welcome.graphql')).text();
    const root = ReactDOM.createRoot(document.getElementById('explorer'));
    root.render(
      React.createElement(GraphiQL, {
        fetcher: ask,
        defaultQuery,
        storage: memoryOf(`fivepoint:${document.body.dataset.alone || 'house'}`),
        shouldPersistHeaders: false,
        defaultTheme: 'light',
      }),
    );
  }

  start().catch((error) => {
    document.getElementById('explorer').textContent = `The explorer cannot start: ${error.message}`;
  });
})();
