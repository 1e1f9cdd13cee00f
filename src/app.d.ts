declare global {
  namespace App {}
}

declare module '$sandbox-bundle?url' {
  const url: string;
  export default url;
}

export {};
