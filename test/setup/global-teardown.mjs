/** Ends what `global-setup.mjs` began in this process, if it began anything. */
export default async function tearDown() {
  await globalThis.khoiTestLife?.end();
}
