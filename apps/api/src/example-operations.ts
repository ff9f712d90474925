/** What the GraphQL workbench shows at the first visit: operations that work as they stand, with or without signing in. */
export const EXAMPLE_OPERATIONS = `# Khơi · GraphQL. Run one operation with Ctrl+Enter, complete with Ctrl+Space.
# Limits: depth 10, 15 aliases, 15 root fields, 1 mutation per request, pages of 1 to 100.
# The web session of this browser counts here too; programs sign in with client: API
# and send the header  Authorization: Bearer <token>.

query Site {
  site { name isDemo today }
  viewer { __typename }
}

query Register {
  register(first: 5, filter: { search: "sang kien" }) {
    totalCount
    edges { node { code title unitName effectiveness authors { fullName shareBp } } }
    pageInfo { hasNextPage endCursor }
  }
}

query MyInitiatives($after: String) {
  myInitiatives(first: 10, after: $after) {
    edges { node { code title state revision } }
    pageInfo { hasNextPage endCursor }
  }
}

mutation SignIn($username: String!, $password: String!) {
  signIn(input: { username: $username, password: $password, client: API }) { token expiresAt }
}
`;
