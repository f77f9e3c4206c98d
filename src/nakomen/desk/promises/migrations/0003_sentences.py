import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("promises", "0002_ahead"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Turn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("promise", models.CharField(db_index=True, max_length=120)),
                ("ruling", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("count", models.BigIntegerField(null=True)),
                ("oldest", models.DateField(null=True)),
                ("evidence", models.CharField(max_length=60, null=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Explained",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("promise", models.CharField(db_index=True, max_length=120)),
                ("words", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("until", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Mended",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("promise", models.CharField(max_length=120)),
                ("says", models.TextField(max_length=4000)),
                ("term", models.CharField(blank=True, max_length=20)),
                ("day", models.DateField()),
                ("effective", models.DateField()),
                ("asked", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("looking", "looking"),
                            ("seen", "seen"),
                            ("agreed", "agreed"),
                            ("done", "done"),
                            ("failed", "failed"),
                        ],
                        default="looking",
                        max_length=8,
                    ),
                ),
                ("shown", models.JSONField(null=True)),
                ("error", models.JSONField(default=dict)),
                ("number", models.CharField(blank=True, max_length=31)),
                ("base", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
    ]
