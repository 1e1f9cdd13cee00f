/** Nobody's name, for ever (RFC 2606): what the self-test asks for, and so nothing that the ledger tells of. */
export const selfTestHost = 'self-test.invalid';
