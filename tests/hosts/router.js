// A host whose router takes every fragment for a route of its own.
const route = document.getElementById("route");
function follow() {
  const path = location.hash.slice(1);
  if (route) route.textContent = path === "" || path === "/news" || path === "/plan" ? `route ${path}` : `no route ${path}`;
}
addEventListener("hashchange", follow);
follow();
