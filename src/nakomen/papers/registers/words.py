"""The words of fixed lists, which a sheet offers as drop-downs."""

from nakomen.policy.register import Dpia, Role, Status
from nakomen.terms import Text

YES = Text("ja", "yes")
NO = Text("nee", "no")
ROLE = {
    Role.CONTROLLER: Text("verwerkingsverantwoordelijke", "controller"),
    Role.PROCESSOR: Text("verwerker", "processor"),
}
STATUS = {
    Status.DRAFT: Text("concept", "draft"),
    Status.ACTIVE: Text("in gebruik", "in use"),
    Status.ENDED: Text("beëindigd", "ended"),
}
DPIA = {
    Dpia.NOT_NEEDED: Text("niet nodig", "not needed"),
    Dpia.NEEDED: Text("nodig", "needed"),
    Dpia.DONE: Text("gedaan", "done"),
}
EMPTY = Text("niet ingevuld", "not filled in")
PAGE = Text("pagina ", "page ")
OF = Text(" van ", " of ")
