/**
 * No page policy closes WebRTC, and nothing here uses it: without its constructors no script of the page can open a
 * connection that `connect-src` does not see. A belt; the braces are that no foreign code runs on this thread.
 */
export function closeSideDoors(scope: object): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) {
    Reflect.deleteProperty(scope, name);
  }
}
