// The limit: a bare HTTP server that runs one hand-written statement for each request and passes PostgreSQL's JSON on as it is.
// The case is the address: /0, /1, … Started by bench.mjs with DATABASE_URL, PORT and CASES.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const statements = JSON.parse(process.env.CASES);

const server = createServer(async (request, response) => {
  try {
    const number = Number(request.url.slice(1));
    const { rows } = await pool.query({ name: `case_${number}`, ...statements[number] });
    const body = rows[0].answer;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
