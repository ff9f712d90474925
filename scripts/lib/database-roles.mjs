/**
 * Makes the database and its two roles where they are missing, and sets their passwords:
 * the owner, who migrates, and the application role, which can alter nothing.
 * @param {string} adminUrl address of the server with a superuser
 * @param {{ owner: string, app: string }} passwords
 * @returns {Promise<{ ownerUrl: string, appUrl: string, recreate: () => Promise<void> }>} `recreate`: empties the database
 */
export async function ensureDatabase(adminUrl, passwords) {
  const { default: pg } = await import('pg');
  const withAdmin = async (work) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const create = async (client) => {
    await client.query('CREATE DATABASE khoi OWNER khoi_owner');
    await client.query('REVOKE ALL ON DATABASE khoi FROM PUBLIC');
    await grant(client);
  };
  // The job queue sorts each batch in a temporary table.
  const grant = (client) => client.query('GRANT CONNECT, TEMPORARY ON DATABASE khoi TO khoi_app');

  await withAdmin(async (client) => {
    for (const [role, password] of [['khoi_owner', passwords.owner], ['khoi_app', passwords.app]]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'khoi'");
    await (rowCount ? grant(client) : create(client));
  });

  const url = (role, password) => {
    const address = new URL(adminUrl);
    Object.assign(address, { username: role, password, pathname: '/khoi' });
    return address.href;
  };
  return {
    ownerUrl: url('khoi_owner', passwords.owner),
    appUrl: url('khoi_app', passwords.app),
    recreate: () => withAdmin(async (client) => {
      await client.query('DROP DATABASE khoi WITH (FORCE)');
      await create(client);
    }),
  };
}
